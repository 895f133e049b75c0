import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/states.css'
import './styles/markdown.css'
import './styles/verdict.css'
import './styles/graph.css'
import './styles/pulse.css'
import { createLab } from './createLab'
import { connect } from './transport'

createLab(connect()).mount('#app')
